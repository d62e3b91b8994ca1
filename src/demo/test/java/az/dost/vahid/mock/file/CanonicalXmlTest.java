package az.dost.vahid.mock.file;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.signature.xml.XmlFactories;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written needs no canonicalisation: Santuario's changes nothing. */
class CanonicalXmlTest {
    @ParameterizedTest
    @ValueSource(strings = {"Çavuş", "a & b < c > d", "\"'", "tab\tline\nreturn\r", "]]>", ""})
    void isCanonicalWhateverTheValue(String value) throws Exception {
        Init.init();
        String xml = new CanonicalXml()
                .open("a", "xmlns", "urn:x", "b", value, "c", null)
                .open("d")
                .text(value)
                .close("d")
                .line()
                .close("a")
                .take();
        ByteArrayOutputStream canonical = new ByteArrayOutputStream();
        Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS)
                .canonicalizeSubtree(
                        XmlFactories.parse(xml.getBytes(StandardCharsets.UTF_8)).getDocumentElement(), canonical);
        assertThat(canonical.toString(StandardCharsets.UTF_8)).isEqualTo(xml);
    }
}
