package az.dost.vahid.ingest;

/** A file cannot be loaded now; it stays where it is and is taken up again. The message holds nothing of its data. */
final class DropPostponed extends RuntimeException {
    DropPostponed(String message) {
        super(message);
    }
}
