package az.dost.vahid.drop;

/** A file cannot be loaded now; it stays where it is and is taken up again. The message holds nothing of its data. */
public final class DropPostponed extends RuntimeException {
    public DropPostponed(String message) {
        super(message);
    }
}
