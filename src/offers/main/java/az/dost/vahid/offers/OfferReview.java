package az.dost.vahid.offers;

/** Looks at offers again: those whose time is over, and those that stand on what was corrected since. */
public final class OfferReview {
    private final Offers offers;
    private final Intents intents;

    OfferReview(Offers offers, Intents intents) {
        this.offers = offers;
        this.intents = intents;
    }

    /**
     * Ends what nobody accepted in time and what a death or an event left open that did not happen, and notes what
     * nobody answered.
     */
    public void end() {
        offers.ofWithdrawnEvents().forEach(offer -> {
            offers.step(offer, Offer.State.WITHDRAWN, Offers.EVENT_WITHDRAWN, null);
            intents.known(offer);
        });
        offers.ofTheDead().forEach(offer -> offers.step(offer, Offer.State.WITHDRAWN, Offers.DEATH, null));
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
