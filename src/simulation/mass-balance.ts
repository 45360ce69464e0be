import type { Model } from "../chain/model.ts";
import { openingStocks } from "./stocks.ts";
import type { Trajectory } from "./trajectory.ts";

/**
 * Mass balance of a whole run: |opening stocks + made and received − used and sent − closing stocks| over throughput
 * (at least one ordinary month's turnover), the worst of all markets and of the public stockpiles of each commodity.
 * Stocks are the states carried from month to month, not the sum of draws, so a leak in either shows. Public stockpiles
 * have accounts of their own because they may release into other countries than the one they buy in.
 */
export function massBalanceShare(model: Model, trajectory: Trajectory): number {
  const markets = model.markets.map((_, m) => openAccount(model.turnoverTonnes[m]!));
  const stockpiles = stockpileAccounts(model, trajectory);
  model.activities.forEach(({ kind, commodity, entries }, a) => {
    if (kind === "store") return;
    for (const { market, coefficient } of entries) {
      if (model.markets[market]!.country === "") continue; // permits are made and used up, not carried over
      for (const level of trajectory.level) {
        book(markets[market]!, coefficient * level[a]!);
        if (kind === "release") book(accountOf(stockpiles, commodity), -coefficient * level[a]!);
      }
    }
  });
  const opening = openingStocks(model);
  const closing = trajectory.stockTonnes.at(-1) ?? opening;
  model.stocks.forEach((stock, s) => {
    markets[stock.market]!.net += opening[s]! - closing[s]!;
  });
  const shares = [...markets, ...stockpiles.values()].map(
    ({ net, throughput, turnover }) => Math.abs(net) / Math.max(throughput, turnover, SMALLEST_TURNOVER_TONNES),
  );
  return Math.max(0, ...shares);
}

const SMALLEST_TURNOVER_TONNES = 1e-9;

interface Account {
  net: number;
  throughput: number;
  turnover: number;
}

function openAccount(turnover: number): Account {
  return { net: 0, throughput: 0, turnover };
}

function book(account: Account, tonnes: number): void {
  account.net += tonnes;
  account.throughput += Math.abs(tonnes);
}

/** Public stockpiles by commodity: what they held at the start less what they hold at the end. */
function stockpileAccounts(model: Model, { openingHeldTonnes, heldTonnes }: Trajectory): Map<string, Account> {
  const accounts = new Map<string, Account>();
  const closing = heldTonnes.at(-1) ?? openingHeldTonnes;
  openingHeldTonnes.forEach(({ market, tonnes }, i) => {
    const account = accountOf(accounts, model.markets[market]!.commodity);
    account.turnover += model.turnoverTonnes[market]!;
    account.net += tonnes - closing[i]!.tonnes;
  });
  return accounts;
}

function accountOf(accounts: Map<string, Account>, commodity: string): Account {
  const account = accounts.get(commodity) ?? openAccount(0);
  accounts.set(commodity, account);
  return account;
}
