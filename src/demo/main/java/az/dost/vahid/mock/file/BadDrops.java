package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Population;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Leaves a bad file as the newest one of an agency, and takes it back. Every row of a bad file is false and says so
 * ({@link DropAgency#MARK}), except in the replayed one, which is an old file under a new name.
 */
final class BadDrops {
    /** Above every sequence number of a good file. */
    private static final int FIRST_SEQUENCE = 900;

    private static final int ROWS = 30;
    private static final int GARBAGE_BYTES = 50_000;
    private final DropAgency agency;
    private final DropOutbox outbox;
    private final Population population;
    private final DemoKeys keys;
    private final List<Path> shown = new ArrayList<>();
    private int sequence = FIRST_SEQUENCE;

    BadDrops(DropAgency agency, DropOutbox outbox, Population population, DemoKeys keys) {
        this.agency = agency;
        this.outbox = outbox;
        this.population = population;
        this.keys = keys;
    }

    /** Replaces an earlier bad file by one for this fault, by none where the fault is not one of files. */
    synchronized void leave(Fault fault, LocalDate today) throws IOException {
        for (Path file : shown) {
            outbox.withdraw(file.getFileName().toString());
            Files.deleteIfExists(file);
        }
        shown.clear();
        switch (fault) {
            case TRUNCATED,
                    GARBAGE,
                    HUGE,
                    WRONG_SIGNATURE,
                    NO_SIGNATURE,
                    EXPIRED_CERTIFICATE,
                    OTHER_CITIZEN,
                    REPLAYED -> {
                shown.addAll(pack(fault, today));
                outbox.show(shown);
            }
            default -> {}
        }
    }

    private List<Path> pack(Fault fault, LocalDate today) throws IOException {
        Drop bad = agency.file(today, sequence++, () -> rows(fault));
        if (fault == Fault.REPLAYED) {
            return outbox.again(bad.name());
        }
        Optional<Credential> signer = keys.signer(agency.id(), agency.algorithm());
        List<Path> files = outbox.pack(new Drop(bad.name(), bad.day(), content(fault, bad)), signer);
        if (fault == Fault.TRUNCATED) {
            try (FileChannel file = FileChannel.open(files.get(0), StandardOpenOption.WRITE)) {
                file.truncate(file.size() / 2);
            }
        }
        return files;
    }

    private Drop.Content content(Fault fault, Drop bad) {
        return switch (fault) {
            case GARBAGE ->
                out -> {
                    byte[] garbage = new byte[GARBAGE_BYTES];
                    new Random(bad.name().hashCode()).nextBytes(garbage);
                    out.write(garbage);
                };
            case HUGE ->
                out -> {
                    bad.content().write(out);
                    byte[] filler = agency.filler();
                    for (long written = 0; written <= agency.maxFileBytes(); written += filler.length) {
                        out.write(filler);
                    }
                };
            default -> bad.content();
        };
    }

    /** The last of the population, where the personas are. */
    private Stream<Entry> rows(Fault fault) {
        Stream<Entry> rows = IntStream.iterate(population.size() - 1, n -> n >= 0, n -> n - 1)
                .mapToObj(n -> new Entry(population.fin(n), population.facts(agency.id(), n)))
                .filter(Entry::known)
                .limit(ROWS)
                .map(entry -> new Entry(entry.fin(), agency.falsified(entry.facts())));
        if (fault != Fault.OTHER_CITIZEN) {
            return rows;
        }
        List<Entry> mixed = new ArrayList<>(rows.toList());
        mixed.add(mixed.get(0));
        mixed.add(new Entry("SAXTA-1", mixed.get(0).facts()));
        return mixed.stream();
    }
}
