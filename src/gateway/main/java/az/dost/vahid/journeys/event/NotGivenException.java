package az.dost.vahid.journeys.event;

/** An event that its subscriber may not have at this moment: it waits in the subscription's queue. */
final class NotGivenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotGivenException() {
        super("The subscription waits, or its subscriber has no grant for the event", null, false, false);
    }
}
