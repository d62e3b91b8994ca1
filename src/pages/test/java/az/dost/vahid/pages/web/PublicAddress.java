package az.dost.vahid.pages.web;

/** What tests ask of a path: whether it is for those who have not logged in. */
public final class PublicAddress {
    public static boolean is(String path) {
        return Areas.isPublic(path) || path.equals("/favicon.ico");
    }

    private PublicAddress() {}
}
