package az.dost.vahid.faces;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;

/** Signed XML fits {@code contracts/dossier.xsd}. */
class DossierXsdTest {
    @Test
    void fitsTheXsdWithItsSignature() throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("contracts/dossier.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(
                        Gateway.lookUp("application/xml").body())));
    }
}
