package az.dost.vahid.proof.record;

import az.dost.vahid.proof.record.body.DataClass;
import java.time.Period;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code vahid.record.*} of what is written and how long it is kept.
 *
 * @param queue how many lookups may wait to be recorded
 * @param patienceMs how long one waits for a place among them, milliseconds
 * @param holdMs how long a gateway may hold the head of the chain, milliseconds
 * @param partitionsAhead for how many days after today the tables' partitions are made
 * @param dictionaries whether a day's bodies are compressed with what its first ones have in common
 * @param kept how long bodies are kept
 */
@ConfigurationProperties("vahid.record")
record RecordSettings(
        int queue,
        long patienceMs,
        long holdMs,
        int partitionsAhead,
        boolean dictionaries,
        @DefaultValue Map<DataClass, Period> kept) {}
