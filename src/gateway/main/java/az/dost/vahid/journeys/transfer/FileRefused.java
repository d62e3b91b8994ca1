package az.dost.vahid.journeys.transfer;

/** The file is set aside. The message says why, without anything of the file's content. */
final class FileRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Refusal refusal;

    FileRefused(Refusal refusal, String message) {
        super(message);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
