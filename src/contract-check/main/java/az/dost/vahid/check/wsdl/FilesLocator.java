package az.dost.vahid.check.wsdl;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.wsdl.xml.WSDLLocator;
import org.xml.sax.InputSource;

/** Gives wsdl4j the files that were found, and parsed safely, before: it opens nothing itself. */
final class FilesLocator implements WSDLLocator {
    private static final byte[] NOTHING =
            "<definitions xmlns=\"http://schemas.xmlsoap.org/wsdl/\"/>".getBytes(StandardCharsets.UTF_8);
    private final ContractFiles files;
    private String latest;

    FilesLocator(ContractFiles files) {
        this.files = files;
    }

    @Override
    public InputSource getBaseInputSource() {
        return source(files.first().bytes(), getBaseURI());
    }

    @Override
    public String getBaseURI() {
        return files.first().name();
    }

    /** Of a schema an empty WSDL: XmlSchema reads those. */
    @Override
    public InputSource getImportInputSource(String parent, String location) {
        ContractFile target = files.target(parent, location);
        latest = target == null ? location : target.name();
        return source(target == null || target.isSchema() ? NOTHING : target.bytes(), latest);
    }

    private static InputSource source(byte[] bytes, String name) {
        InputSource source = new InputSource(new ByteArrayInputStream(bytes));
        source.setSystemId(name);
        return source;
    }

    @Override
    public String getLatestImportURI() {
        return latest;
    }

    @Override
    public void close() {
        // There is nothing open.
    }
}
