package az.dost.vahid.pages.web;

/** What is not there, what is somebody else's, and what one may not see get the same page. */
public final class NotThere extends RuntimeException {
    public NotThere() {
        super("Not there");
    }
}
