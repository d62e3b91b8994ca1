package az.dost.vahid.mock.issuer;

/** Where the issuer is, and its name. */
record IssuerAddress(String url) {
    static final String PATH = "/issuer";
}
