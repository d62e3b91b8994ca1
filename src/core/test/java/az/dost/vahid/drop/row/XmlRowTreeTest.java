package az.dost.vahid.drop.row;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.normalise.XmlTree;
import az.dost.vahid.signature.xml.XmlFactories;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlRowTreeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<r/>",
                "<r> text </r>",
                "<r><a/><b> 1 </b></r>",
                "<r><a>1</a><a>2</a><a><b>3</b></a></r>",
                "<r x='1'>text</r>",
                "<r xmlns='urn:a' xmlns:p='urn:p' p:x='1'><p:a p:y='2'/>mixed<a/></r>",
                "<r xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><a xsi:nil='true'/></r>",
                "<r><![CDATA[<a>]]>&amp;<a><!-- no text -->t</a></r>"
            })
    void readsTheSameTreeFromAStreamAsFromADocument(String xml) throws Exception {
        XMLStreamReader reader = XmlFactories.large().createXMLStreamReader(new StringReader(xml));
        reader.nextTag();
        assertThat(new XmlRowTree(reader).read())
                .isEqualTo(XmlTree.of(
                        XmlFactories.parse(xml.getBytes(StandardCharsets.UTF_8)).getDocumentElement()));
    }
}
