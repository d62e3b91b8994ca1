package az.dost.vahid.mock.issuer;

import java.util.List;

/**
 * Where the issuer is, which is its name too, and where the pages are that it logs people in for.
 *
 * @param pages without a slash at the end
 */
record IssuerAddress(String url, List<String> pages) {
    static final String PATH = "/issuer";
}
