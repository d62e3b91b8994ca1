package az.dost.vahid.check;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.Nearest;
import az.dost.vahid.drop.row.Layout;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rows of CSV have the columns that the contract's text names, each sample the same ones; a field of a fixed-width
 * layout that begins within another one is told.
 */
final class ColumnsCheck implements FolderCheck {
    private static final Pattern NAMED = Pattern.compile("`([^`\\n]{1,200})`");
    /** Of others the contract's text may write some signs in its own way. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_ .()-]*");

    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        Connector connector = folder.connector();
        if (connector == null || connector.drop() == null || remarks.hasErrorsIn(folder.name("connector.yaml"))) {
            return;
        }
        if (connector.drop().format() == Connector.Format.CSV) {
            columns(folder, remarks);
        } else if (connector.drop().format() == Connector.Format.FIXED_WIDTH
                && folder.has(connector.drop().layout())) {
            layout(folder, connector.drop().layout(), remarks);
        }
    }

    private static void columns(CheckedFolder folder, Remarks remarks) {
        Set<String> named = new TreeSet<>();
        if (folder.has("contract.md")) {
            // A list of columns may stand in one pair of quotes; a name with blanks may have others of its own.
            NAMED.matcher(folder.text(folder.path().resolve("contract.md")))
                    .results()
                    .flatMap(found -> Stream.of(found.group(1).split("[;,|\\t]")))
                    .forEach(name -> named.add(name.strip().replaceAll("^\"|\"$", "")));
        }
        List<String> first = null;
        for (Sample sample : folder.samples()) {
            for (Path input : sample.inputs()) {
                Optional<List<String>> columns = columns(folder, sample);
                if (columns.isEmpty()) {
                    continue;
                }
                if (first != null && !first.equals(columns.get())) {
                    remarks.warn(
                            folder.name(input),
                            1,
                            "the columns are not those of the samples before: " + String.join(", ", first));
                }
                first = first == null ? columns.get() : first;
                held(folder.name(input), columns.get(), named, remarks);
            }
        }
    }

    /** A contract that names none of them is no list of columns. */
    private static void held(String file, List<String> columns, Set<String> named, Remarks remarks) {
        if (columns.stream().noneMatch(named::contains)) {
            return;
        }
        for (String column : columns) {
            if (!named.contains(column) && PLAIN.matcher(column).matches()) {
                remarks.error(
                        new Finding(file, 1, 0, "contract.md names no column " + column, Nearest.of(column, named)));
            }
        }
    }

    private static Optional<List<String>> columns(CheckedFolder folder, Sample sample) {
        try {
            JsonNode row = folder.tree(sample);
            List<String> columns = new ArrayList<>();
            row.fieldNames().forEachRemaining(columns::add);
            return Optional.of(columns);
        } catch (IllegalArgumentException | IllegalStateException e) {
            // SampleCheck tells of it.
            return Optional.empty();
        }
    }

    private static void layout(CheckedFolder folder, String file, Remarks remarks) {
        String text = folder.text(folder.path().resolve(file));
        if (remarks.hasErrorsIn(folder.name(file))) {
            return;
        }
        Layout layout = Layout.read(text);
        Stream.of(layout.record(), layout.header(), layout.trailer())
                .filter(Objects::nonNull)
                .forEach(line -> {
                    List<Layout.Field> fields = line.fields().stream()
                            .sorted(Comparator.comparingInt(Layout.Field::from))
                            .toList();
                    for (int i = 1; i < fields.size(); i++) {
                        Layout.Field before = fields.get(i - 1);
                        Layout.Field field = fields.get(i);
                        if (field.from() < before.from() + before.length()) {
                            int at = text.indexOf("name: " + field.name());
                            remarks.warn(
                                    folder.name(file),
                                    at < 0 ? 0 : TextPlace.of(text, at).line(),
                                    field.name() + " begins within " + before.name());
                        }
                    }
                });
    }
}
