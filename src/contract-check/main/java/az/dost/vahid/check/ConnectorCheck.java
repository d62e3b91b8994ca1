package az.dost.vahid.check;

import az.dost.vahid.check.fact.FactSchemas;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.FolderReader;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.folder.RefusedFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All checks of connector folders; every error at once. */
public final class ConnectorCheck {
    private final FolderReader reader;
    private final List<Connector> builtIn;
    private final List<FolderCheck> checks;

    /** @param builtIn connectors beside which the folders will run */
    public ConnectorCheck(FolderReader reader, FactSchemas facts, List<Connector> builtIn) {
        this.reader = reader;
        this.builtIn = builtIn;
        this.checks = List.of(
                (folder, remarks) -> folder.reading().findings().forEach(remarks::error),
                new SecretCheck(),
                new RequestCheck(),
                new GraphqlCheck(),
                new SqlColumnsCheck(),
                new DropCheck(),
                new ColumnsCheck(),
                new EventsCheck(facts),
                new ContractCheck(),
                new CallCheck(),
                new AddressCheck(),
                new FormCheck(),
                new LiteralCheck(),
                new SampleCheck(facts),
                new SampleCoverageCheck(),
                new LoneEntryCheck(),
                new ConfirmedPlaces());
    }

    /** Checks the folders among those that lie beside each other; the others are only the company that they keep. */
    public Remarks check(List<Path> folders, List<Path> chosen) throws IOException {
        List<CheckedFolder> read = new ArrayList<>();
        for (Path folder : folders) {
            read.add(read(folder));
        }
        Remarks remarks = new Remarks();
        for (CheckedFolder folder : read) {
            if (chosen.contains(folder.path())) {
                remarks.addAll(check(folder, read));
            }
        }
        return remarks;
    }

    /** Checks one as it was read, so that what was checked can be used. @param company may have it, too */
    public Remarks check(CheckedFolder folder, List<CheckedFolder> company) {
        Remarks remarks = new Remarks();
        checks.forEach(check -> check(check, folder, remarks));
        company(folder, company, remarks);
        return remarks;
    }

    /** What is refused of a folder is an error of it; the other checks still have their say. */
    private static void check(FolderCheck check, CheckedFolder folder, Remarks remarks) {
        try {
            check.check(folder, remarks);
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof RefusedFileException refused)) {
                throw e;
            }
            remarks.error(refused.getFile(), 0, 0, refused.why());
        }
    }

    /** @param folder chosen by whoever reads: it may be a link */
    public CheckedFolder read(Path folder) {
        return read(new OthersFiles(folder));
    }

    public CheckedFolder read(OthersFiles folder) {
        return new CheckedFolder(
                folder,
                reader.read(
                        folder.resource(folder.root().resolve("connector.yaml")),
                        folder.root().toString().replace('\\', '/')));
    }

    /** Warns of facts that nobody else confirms; an id may be there once. */
    private void company(CheckedFolder folder, List<CheckedFolder> read, Remarks remarks) {
        if (folder.connector() == null) {
            return;
        }
        Map<String, Connector> others = new HashMap<>();
        builtIn.forEach(connector -> others.put(connector.id(), connector));
        for (CheckedFolder other : read) {
            if (other.connector() == null
                    || other.connector().id() == null
                    || other.path().equals(folder.path())) {
                continue;
            }
            if (other.connector().id().equals(folder.connector().id())) {
                remarks.error(folder.descriptor()
                        .at(
                                "the id " + other.connector().id() + " is also that of "
                                        + other.descriptor().file(),
                                "id"));
            }
            others.put(other.connector().id(), other.connector());
        }
        others.remove(folder.connector().id());
        List<String> alone = folder.connector().facts().stream()
                .filter(fact -> others.values().stream()
                        .noneMatch(other ->
                                other.facts().contains(fact) || other.confirms().contains(fact)))
                .toList();
        if (!alone.isEmpty()) {
            remarks.warn(folder.descriptor().at("no other source confirms " + String.join(", ", alone), "facts"));
        }
    }

    /** The folders below one, in the order of their names. */
    public static List<Path> folders(Path connectors) throws IOException {
        return new OthersFiles(connectors)
                .folders(connectors).stream()
                        .filter(folder -> new OthersFiles(folder).has(folder.resolve("connector.yaml")))
                        .toList();
    }
}
