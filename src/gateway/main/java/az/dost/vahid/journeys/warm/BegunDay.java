package az.dost.vahid.journeys.warm;

import az.dost.vahid.proof.record.body.Dictionaries;
import az.dost.vahid.proof.record.body.FirstDictionaries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** The day's dictionaries are made, and taken, before a gateway is ready: from its first lookup on it has them. */
final class BegunDay implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(BegunDay.class);
    private final FirstDictionaries first;
    private final Dictionaries dictionaries;

    BegunDay(FirstDictionaries first, Dictionaries dictionaries) {
        this.first = first;
        this.dictionaries = dictionaries;
    }

    /** Bodies without them are larger, and nothing else: that is no reason to stop a start, and is tried again. */
    @Override
    public void run(ApplicationArguments arguments) {
        try {
            first.make();
            dictionaries.renew();
        } catch (RuntimeException e) {
            LOG.warn("The day begins without dictionaries", e);
        }
    }
}
