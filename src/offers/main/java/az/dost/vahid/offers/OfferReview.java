package az.dost.vahid.offers;

/** Looks at offers again: those whose time is over, and those that stand on what was corrected since. */
public final class OfferReview {
    private final Offers offers;
    private final Intents intents;
    private final EventWithdrawals withdrawals;

    OfferReview(Offers offers, Intents intents, EventWithdrawals withdrawals) {
        this.offers = offers;
        this.intents = intents;
        this.withdrawals = withdrawals;
    }

    /**
     * Ends what nobody accepted in time and what a death or an event left open that did not happen, and notes what
     * nobody answered.
     */
    public void end() {
        offers.ofWithdrawnEvents()
                .forEach(offer -> offers.withdraw(offer, Offers.EVENT_WITHDRAWN, withdrawals.anew(offer)));
        offers.ofTheDead().forEach(offer -> offers.withdraw(offer, Offers.DEATH, connection -> true));
        offers.over()
                .forEach(offer -> offers.step(
                        offer,
                        offer.state() == Offer.State.OFFERED ? Offer.State.EXPIRED : Offer.State.OVERDUE,
                        null,
                        null));
    }

    /** Has those looked at anew that stand on a corrected fact. */
    public void reopen() {
        intents.reopen();
    }

    public void forget() {
        intents.forget();
    }
}
