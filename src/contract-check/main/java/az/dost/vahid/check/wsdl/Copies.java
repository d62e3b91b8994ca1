package az.dost.vahid.check.wsdl;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a contract as they lie in a connector's folder. They keep their bytes, but for locations that would lead
 * elsewhere from there.
 */
final class Copies {
    private static final Pattern OWN = Pattern.compile("(?i)samples/|(connector|mapping|request|header|leaves)[.]");
    private final ContractFiles contract;
    private final Map<String, String> names = new HashMap<>();

    Copies(ContractFiles contract) {
        this.contract = contract;
        names.put(contract.first().name(), contract.first().isSchema() ? "contract.xsd" : "contract.wsdl");
        contract.all().forEach(file -> contract.targets(file).values().forEach(this::name));
    }

    /** Beside the WSDL as it was beside it before; from elsewhere by its name from the root. */
    private void name(String file) {
        if (names.containsKey(file)) {
            return;
        }
        String first = contract.first().name();
        String folder = first.contains("/") ? first.substring(0, first.lastIndexOf('/') + 1) : "";
        String name = file.startsWith(ContractFile.SHIPPED)
                ? file.substring(ContractFile.SHIPPED.length())
                : file.startsWith(folder) ? file.substring(folder.length()) : file;
        String plain = name.replaceAll("[^\\p{L}\\p{N}_ .()+/-]", "_").replaceAll("(?<=^|/)(?=[^\\p{L}\\p{N}_-])", "_");
        // No contract names a file of the connector's own.
        String kept = (OWN.matcher(plain).lookingAt() ? "imported-" : "")
                + plain
                + (plain.toLowerCase(Locale.ROOT).matches("(?s).*[.](xsd|wsdl)") ? "" : ".xsd");
        String free = kept;
        for (int i = 2; names.containsValue(free); i++) {
            free = kept.replaceFirst("(?=[.][^.]*$)", "-" + i);
        }
        names.put(file, free);
    }

    Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (ContractFile file : contract.all()) {
            if (names.containsKey(file.name())) {
                files.put(names.get(file.name()), bytes(file));
            }
        }
        return files;
    }

    private byte[] bytes(ContractFile file) {
        Map<String, String> moved = new LinkedHashMap<>();
        String name = names.get(file.name());
        contract.targets(file).forEach((location, target) -> {
            if (!names.get(target).equals(meant(name, location))) {
                moved.put(location, way(name, names.get(target)));
            }
        });
        if (moved.isEmpty()) {
            return file.bytes();
        }
        Charset charset = charset(file.bytes());
        String text = new String(file.bytes(), charset);
        for (Map.Entry<String, String> one : moved.entrySet()) {
            text = text.replaceAll(
                    "(?<=\\s)((?:schemaL|l)ocation\\s*=\\s*)([\"'])\\s*" + Pattern.quote(escaped(one.getKey()))
                            + "\\s*\\2",
                    "$1$2" + Matcher.quoteReplacement(escaped(one.getValue())) + "$2");
        }
        return text.getBytes(charset);
    }

    /** The file that a location leads to: a copy beside it stands for what is on the network. */
    private static String meant(String from, String location) {
        boolean network = location.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*|//.*");
        String folder = from.contains("/") ? from.substring(0, from.lastIndexOf('/') + 1) : "";
        return Search.normal(folder + (network ? location.replaceFirst("(?s)^.*/|[?#].*$", "") : location));
    }

    /** Upwards to the folder, and down to the file. */
    private static String way(String from, String to) {
        return "../".repeat((int) from.chars().filter(c -> c == '/').count()) + to;
    }

    private static String escaped(String location) {
        return location.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** The first in which every byte is kept. */
    private static Charset charset(byte[] xml) {
        return Stream.of(
                        StandardCharsets.UTF_8,
                        xml[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE)
                .filter(charset -> Arrays.equals(new String(xml, charset).getBytes(charset), xml)
                        && new String(xml, charset).contains("ocation"))
                .findFirst()
                .orElse(StandardCharsets.ISO_8859_1);
    }
}
