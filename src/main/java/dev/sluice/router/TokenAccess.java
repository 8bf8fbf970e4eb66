package dev.sluice.router;

/** Lets in who shows a token of the endpoint's that has not expired. Safe from any thread. */
public final class TokenAccess implements Access {

    private final AccessTokens tokens;

    public TokenAccess(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Verdict check(String authorization) {
        var token = Bearer.credential(authorization);
        return token.isEmpty() ? Verdict.BAD_HEADER : tokens.verdict(token);
    }
}
