interface Streams {
  readonly stdin: { readonly isTTY?: boolean };
  readonly stdout: { readonly isTTY?: boolean };
}

export declare function wantsServer(given: readonly string[], streams?: Streams): boolean;
