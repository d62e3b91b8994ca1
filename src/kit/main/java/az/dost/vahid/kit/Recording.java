package az.dost.vahid.kit;

import az.dost.vahid.answer.Fin;
import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.Sample;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.drop.row.RowSample;
import az.dost.vahid.kit.synthetic.Pseudonyms;
import az.dost.vahid.kit.synthetic.SyntheticReply;
import az.dost.vahid.kit.synthetic.UnprovenException;
import az.dost.vahid.kit.synthetic.Vocabulary;
import az.dost.vahid.mime.Related;
import az.dost.vahid.normalise.MappingException;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.signature.key.ProofException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Real replies made into samples: 1. replaced, 2. proven clean, 3. mapped, 4. written. */
final class Recording {
    private final CheckedFolder folder;
    private final PersonHash key;
    private final Vocabulary vocabulary;

    /** @param key by which values are replaced consistently */
    Recording(CheckedFolder folder, PersonHash key) {
        this.folder = folder;
        this.key = key;
        this.vocabulary = new Vocabulary(
                folder.text(folder.path().resolve(folder.connector().mapping())),
                folder.own().stream()
                        .filter(file -> file.getFileName().toString().startsWith("contract."))
                        .map(folder::text)
                        .toList());
    }

    /**
     * Samples of one citizen's reply, or of its pages; of each line of a file.
     *
     * @param fin whom was asked about, null when that is not known
     * @return the folders that were written
     * @throws UnprovenException when it cannot be proven that nothing real is left; then nothing is written
     */
    List<Path> record(List<byte[]> replies, String fin, String name) throws IOException {
        Pseudonyms pseudonyms = new Pseudonyms(key, vocabulary);
        if (fin != null) {
            pseudonyms.fin(fin);
        }
        citizens(replies).forEach(pseudonyms::fin);
        List<Path> written = new ArrayList<>();
        for (Map<String, String> sample : samples(replies, new SyntheticReply(pseudonyms, vocabulary))) {
            sample.forEach((file, text) -> pseudonyms.prove(text, file));
            sample.put("expected.json", mapped(sample).toPrettyString() + "\n");
            written.add(write(free(name), sample));
        }
        return written;
    }

    /**
     * Whoever the mapping finds in what was received: a FIN need not look like one. Empty where nothing can be mapped.
     */
    private List<String> citizens(List<byte[]> replies) {
        List<String> fins = new ArrayList<>();
        try {
            for (JsonNode tree : trees(replies)) {
                fins(folder.bounded().apply(tree), fins);
            }
        } catch (MappingException | ProofException | IllegalArgumentException e) {
            // Why it cannot be mapped shows when the invented one is.
        }
        return fins;
    }

    private List<JsonNode> trees(List<byte[]> replies) {
        Connector connector = folder.connector();
        if (connector.drop() == null) {
            return List.of(Sample.whole(
                    replies.stream().map(reply -> Sample.tree(reply, connector)).toList(), connector));
        } else if (connector.drop().format() == Connector.Format.XML
                || connector.drop().format() == Connector.Format.FIXED_WIDTH) {
            return connector.drop().format() == Connector.Format.XML
                    ? List.of(RowSample.read(connector.drop(), null, replies.get(0)))
                    : List.of();
        }
        Charset charset = Charset.forName(connector.drop().charset());
        List<String> lines = new String(replies.get(0), charset)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        boolean headed = connector.drop().format() == Connector.Format.CSV
                && connector.drop().columns() == null;
        return lines.stream()
                .skip(headed ? 1 : 0)
                .map(line -> RowSample.read(
                        connector.drop(), null, ((headed ? lines.get(0) + "\n" : "") + line + "\n").getBytes(charset)))
                .toList();
    }

    private void fins(JsonNode mapped, List<String> into) {
        if (mapped.isTextual()
                && Fin.FORM.matcher(mapped.textValue()).matches()
                && !vocabulary.lists(mapped.textValue())) {
            into.add(mapped.textValue());
        }
        mapped.forEach(child -> fins(child, into));
    }

    private boolean xml() {
        return folder.connector().drop() != null || folder.connector().call().xml();
    }

    /** By file. */
    private List<Map<String, String>> samples(List<byte[]> replies, SyntheticReply synthetic) {
        Connector.Drop drop = folder.connector().drop();
        if (drop != null && drop.format() == Connector.Format.CSV) {
            String text = new String(replies.get(0), Charset.forName(drop.charset()));
            String head = drop.columns() == null ? text.lines().findFirst().orElse("") + "\n" : "";
            return synthetic
                    .separated(
                            drop.columns() == null ? text : String.join(drop.delimiter(), drop.columns()) + "\n" + text,
                            drop.delimiter().charAt(0))
                    .stream()
                    .map(row -> one("row.csv", head + row + "\n"))
                    .toList();
        } else if (drop != null && drop.format() == Connector.Format.JSON_LINES) {
            return new String(replies.get(0), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> one(
                            "row.json",
                            synthetic.json(line).replaceAll("\\R\\s*", " ").strip() + "\n"))
                    .toList();
        } else if (drop != null && drop.format() == Connector.Format.FIXED_WIDTH) {
            throw new UnprovenException("a file of fixed width cannot be recorded: make its samples by hand");
        }
        if (replies.stream().anyMatch(Related::begins)) {
            throw new UnprovenException(
                    "a reply with attachments cannot be recorded, for nobody can say what is in them: make its samples by hand");
        }
        boolean xml = xml();
        Map<String, String> pages = new LinkedHashMap<>();
        for (int i = 0; i < replies.size(); i++) {
            String file = (drop == null ? "reply" : "row")
                    + (replies.size() == 1 ? "" : "-" + (i + 1))
                    + (xml ? ".xml" : ".json");
            pages.put(
                    file,
                    xml
                            ? synthetic.xml(replies.get(i))
                            : synthetic.json(new String(replies.get(i), StandardCharsets.UTF_8)));
        }
        return List.of(pages);
    }

    private static Map<String, String> one(String file, String text) {
        return new LinkedHashMap<>(Map.of(file, text));
    }

    private JsonNode mapped(Map<String, String> sample) throws IOException {
        Path draft = Files.createTempDirectory("vahid-record");
        try {
            JsonNode tree = folder.tree(new Sample(fill(draft, sample)));
            return folder.bounded().apply(tree);
        } catch (MappingException e) {
            throw new UnprovenException(
                    "the synthetic reply does not fit the mapping, as where a code is missing in it: "
                            + e.getMessage());
        } finally {
            org.springframework.util.FileSystemUtils.deleteRecursively(draft);
        }
    }

    private Path write(Path target, Map<String, String> sample) throws IOException {
        Path samples = target.getParent();
        if (!folder.files().hasFolder(samples)) {
            Files.createDirectory(samples);
        }
        return fill(Files.createDirectory(target), sample);
    }

    private Path fill(Path target, Map<String, String> sample) throws IOException {
        Connector.Drop drop = folder.connector().drop();
        for (Map.Entry<String, String> file : sample.entrySet()) {
            boolean row = drop != null && file.getKey().equals("row.csv");
            Files.writeString(
                    target.resolve(file.getKey()),
                    file.getValue(),
                    row ? Charset.forName(drop.charset()) : StandardCharsets.UTF_8);
        }
        return target;
    }

    private Path free(String name) {
        for (int i = 1; ; i++) {
            Path target = folder.path().resolve("samples").resolve(name + "-" + i);
            if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                return target;
            }
        }
    }
}
