package az.dost.vahid.journeys.event;

/** Properties of the messages by which the broker tells of events. None is personal data. */
final class Notice {
    /** Id of the delivery: the event's own, or that of its replay. */
    static final String DELIVERY = "VahidDelivery";
    /** The only subscription it is for. */
    static final String SUBSCRIPTION = "VahidSubscription";
    /** Version of the subscription to deliver by. */
    static final String VERSION = "VahidVersion";

    static final String REASON = "VahidReason";
    static final String DETAIL = "VahidDetail";
    static final String ATTEMPTS = "VahidAttempts";

    private Notice() {}
}
