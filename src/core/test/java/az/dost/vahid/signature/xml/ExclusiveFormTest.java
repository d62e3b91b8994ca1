package az.dost.vahid.signature.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;

/** What is digested of a stream is what Santuario writes of the same element of a DOM. */
class ExclusiveFormTest {
    private static final int DEPTH = 4;
    private static final int LONG = 20_000;

    static {
        Init.init();
    }

    @Property(tries = 1000)
    void isWhatSantuarioWritesOfTheSameElement(@ForAll("elements") String element) throws Exception {
        String document =
                "<root xmlns='urn:0' xmlns:p='urn:1' xmlns:q='urn:2' xmlns:unused='urn:3'>" + element + "</root>";
        assertThat(streamed(document)).isEqualTo(santuario(document));
    }

    @Property(tries = 20)
    void isTheSameForMoreThanABlock(@ForAll("texts") String text, @ForAll("values") String value) throws Exception {
        String document = "<root><a x='" + value.repeat(LONG / Math.max(1, value.length())) + "'>"
                + text.repeat(LONG / Math.max(1, text.length())) + "</a></root>";
        assertThat(streamed(document)).isEqualTo(santuario(document));
    }

    @Provide
    Arbitrary<String> elements() {
        return element(DEPTH);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "ə",
                        "漢",
                        "😀",
                        "&amp;",
                        "&lt;",
                        ">",
                        "&quot;",
                        "'",
                        "\"",
                        " ",
                        "\n",
                        "\r\n",
                        "\r",
                        "\t",
                        "&#13;",
                        "&#x1F600;",
                        "<![CDATA[<&>]]>",
                        "<!-- left out -->")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                        "a", "ə", "漢", "😀", "&amp;", "&lt;", ">", "&quot;", "&apos;", " ", "\n", "\t", "&#9;", "&#10;",
                        "&#13;")
                .list()
                .ofMaxSize(5)
                .map(parts -> String.join("", parts));
    }

    private Arbitrary<String> element(int depth) {
        Arbitrary<String> content = depth == 0
                ? texts()
                : Arbitraries.oneOf(texts(), element(depth - 1))
                        .list()
                        .ofMaxSize(4)
                        .map(parts -> String.join("", parts));
        return Combinators.combine(Arbitraries.of("a", "b", "p:a", "q:b"), declarations(), attributes(), content)
                .as((name, declarations, attributes, inner) ->
                        "<" + name + declarations + attributes + ">" + inner + "</" + name + ">");
    }

    private static Arbitrary<String> declarations() {
        return Combinators.combine(
                        Arbitraries.of("", "", " xmlns=''", " xmlns='urn:0'", " xmlns='urn:1'"),
                        Arbitraries.of("", "", " xmlns:p='urn:1'", " xmlns:p='urn:2'"),
                        Arbitraries.of("", "", " xmlns:q='urn:1'", " xmlns:q='urn:4&amp;'"),
                        Arbitraries.of("", " xmlns:unused='urn:5'"))
                .as((a, b, c, d) -> d + c + b + a);
    }

    private Arbitrary<String> attributes() {
        return Combinators.combine(
                        Arbitraries.of("x", "p:y", "q:z", "xml:lang", "w").set().ofMaxSize(5), values())
                .as((names, value) -> String.join(
                        "",
                        names.stream()
                                .map(name -> " " + name + "='" + value + "'")
                                .toList()));
    }

    private static String streamed(String document) throws Exception {
        XMLStreamReader xml = XmlFactories.large().createXMLStreamReader(new StringReader(document));
        Collected collected = new Collected();
        ExclusiveForm form = new ExclusiveForm(xml, collected);
        xml.nextTag();
        xml.nextTag();
        int depth = 0;
        for (int event = xml.getEventType(); ; event = xml.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    form.start();
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    form.end();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> form.text();
                default -> {}
            }
            if (depth == 0) {
                return new String(form.digest(), StandardCharsets.UTF_8);
            }
        }
    }

    private static String santuario(String document) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS)
                .canonicalizeSubtree(
                        XmlFactories.parse(document.getBytes(StandardCharsets.UTF_8))
                                .getDocumentElement()
                                .getFirstChild(),
                        out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** In place of a digest, what is digested. */
    private static final class Collected extends MessageDigest {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Collected() {
            super("collected");
        }

        @Override
        protected void engineUpdate(byte input) {
            bytes.write(input);
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            bytes.write(input, offset, length);
        }

        @Override
        protected byte[] engineDigest() {
            return bytes.toByteArray();
        }

        @Override
        protected void engineReset() {
            bytes.reset();
        }
    }
}
