package az.dost.vahid.check.form;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.signature.xml.XmlSchemas;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas as agencies write them: in several files, of several namespaces or of none, and not always whole. */
class HeldSchemasTest {
    private static final String XS = "xmlns:xs='http://www.w3.org/2001/XMLSchema'";

    @TempDir
    private Path folder;

    private final List<ContractTrouble> troubles = new ArrayList<>();

    private HeldSchemas schemas(String... files) throws IOException, XMLStreamException {
        for (int i = 0; i < files.length; i += 2) {
            Path file = folder.resolve(files[i]);
            Files.createDirectories(file.getParent());
            Files.writeString(file, files[i + 1]);
        }
        return new HeldSchemas(new OthersFiles(folder), folder.resolve(files[0]));
    }

    private List<XmlSchemas.Misfit> misfits(HeldSchemas schemas, String document) throws XMLStreamException {
        return schemas.compile(troubles::add).orElseThrow().misfits(new StringReader(document));
    }

    @Test
    void an_included_schema_takes_the_namespace_of_the_one_that_includes_it() throws Exception {
        HeldSchemas schemas = schemas(
                "contract.xsd",
                "<xs:schema " + XS + " xmlns:m='urn:m' targetNamespace='urn:m' elementFormDefault='qualified'>"
                        + "<xs:include schemaLocation='parts/p.xsd'/><xs:element name='a' type='m:T'/></xs:schema>",
                "parts/p.xsd",
                "<xs:schema " + XS
                        + " elementFormDefault='qualified'><xs:complexType name='T'><xs:sequence><xs:element name='b' type='D'/></xs:sequence></xs:complexType>"
                        + "<xs:simpleType name='D'><xs:restriction base='xs:date'/></xs:simpleType></xs:schema>");
        assertThat(misfits(schemas, "<a xmlns='urn:m'><b>2020-01-01</b></a>")).isEmpty();
        assertThat(misfits(schemas, "<a xmlns='urn:m'><b>yesterday</b></a>")).hasSize(1);
        assertThat(troubles).isEmpty();
        assertThat(new XsdLeaves(schemas.documents())
                        .element(new QName("urn:m", "a"))
                        .all()
                        .get("/b")
                        .kind())
                .isEqualTo("day");
    }

    @Test
    void files_that_import_each_other_are_read_once() throws Exception {
        HeldSchemas schemas = schemas(
                "contract.xsd",
                "<xs:schema " + XS
                        + " xmlns:b='urn:b' targetNamespace='urn:a'><xs:import namespace='urn:b' schemaLocation='b.xsd'/>"
                        + "<xs:element name='a' type='b:T'/></xs:schema>",
                "b.xsd",
                "<xs:schema " + XS
                        + " targetNamespace='urn:b'><xs:import namespace='urn:a' schemaLocation='contract.xsd'/>"
                        + "<xs:simpleType name='T'><xs:restriction base='xs:int'/></xs:simpleType></xs:schema>");
        assertThat(misfits(schemas, "<a xmlns='urn:a'>x</a>")).hasSize(1);
        assertThat(troubles).isEmpty();
    }

    @Test
    void a_schema_without_a_namespace_and_the_attributes_of_xml_itself_are_known() throws Exception {
        HeldSchemas schemas = schemas(
                "contract.xsd",
                "<xs:schema " + XS
                        + "><xs:import namespace='http://www.w3.org/XML/1998/namespace' schemaLocation='http://www.w3.org/2001/xml.xsd'/>"
                        + "<xs:element name='a'><xs:complexType><xs:attribute ref='xml:lang' use='required'/></xs:complexType></xs:element></xs:schema>");
        assertThat(misfits(schemas, "<a xml:lang='az'/>")).isEmpty();
        assertThat(misfits(schemas, "<a/>")).hasSize(1);
        assertThat(troubles).isEmpty();
    }

    @Test
    void what_a_schema_lacks_is_told_and_the_rest_is_held_to() throws Exception {
        HeldSchemas schemas = schemas(
                "contract.xsd",
                "<xs:schema " + XS
                        + " xmlns:b='urn:b' targetNamespace='urn:a'>\n<xs:import namespace='urn:b' schemaLocation='gone.xsd'/>\n"
                        + "<xs:element name='a' type='xs:int'/>\n<xs:element name='c' type='b:T'/></xs:schema>");
        assertThat(misfits(schemas, "<a xmlns='urn:a'>x</a>")).hasSize(1);
        assertThat(troubles).anySatisfy(trouble -> {
            assertThat(trouble.file().getFileName()).hasToString("contract.xsd");
            assertThat(trouble.line()).isEqualTo(4);
        });
    }

    @Test
    void content_that_may_be_any_is_doubtful_where_no_schema_has_it() throws Exception {
        HeldSchemas schemas = schemas(
                "contract.xsd",
                "<xs:schema " + XS
                        + " targetNamespace='urn:a'><xs:element name='a'><xs:complexType><xs:sequence><xs:any/></xs:sequence></xs:complexType>"
                        + "</xs:element></xs:schema>");
        XmlForm form = new XmlForm(schemas.compile(troubles::add).orElseThrow(), new QName("urn:a", "a"));
        assertThat(form.misfits("<a xmlns='urn:a'><b xmlns=''/></a>"))
                .singleElement()
                .satisfies(misfit -> assertThat(misfit.doubtful()).isTrue());
        assertThat(form.misfits("<a xmlns='urn:a'/>"))
                .singleElement()
                .satisfies(misfit -> assertThat(misfit.doubtful()).isFalse());
    }

    @Test
    void every_branch_of_a_choice_and_what_a_type_extends_has_leaves() throws Exception {
        Map<String, ContractLeaf> leaves = new XsdLeaves(schemas(
                                "contract.xsd",
                                "<xs:schema " + XS + " xmlns='urn:a' targetNamespace='urn:a'>"
                                        + "<xs:complexType name='Base'><xs:sequence><xs:element name='one' type='xs:string'/></xs:sequence><xs:attribute name='id' type='xs:int' use='required'/></xs:complexType>"
                                        + "<xs:complexType name='T'><xs:complexContent><xs:extension base='Base'><xs:choice>"
                                        + "<xs:element name='two' type='xs:date'/><xs:element name='three' maxOccurs='unbounded'><xs:complexType><xs:simpleContent><xs:extension base='xs:decimal'>"
                                        + "<xs:attribute name='unit' type='xs:string'/></xs:extension></xs:simpleContent></xs:complexType></xs:element>"
                                        + "</xs:choice></xs:extension></xs:complexContent></xs:complexType><xs:element name='a' type='T'/></xs:schema>")
                        .documents())
                .element(new QName("urn:a", "a"))
                .all();
        assertThat(leaves).containsOnlyKeys("/one", "/@id", "/two", "/three/#text", "/three/@unit");
        assertThat(leaves.get("/one").optional()).isZero();
        assertThat(leaves.get("/two")).isEqualTo(new ContractLeaf("day", "", 1, false, 0, List.of()));
        assertThat(leaves.get("/three/#text")).isEqualTo(new ContractLeaf("number", "", 1, false, 1, List.of()));
    }
}
