export declare const CONTENT_SECURITY_POLICY: string;
export declare function buildWeb(): Promise<void>;
