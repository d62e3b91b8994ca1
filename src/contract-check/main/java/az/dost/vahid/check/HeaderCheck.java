package az.dost.vahid.check;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.AuthKind;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.signature.xml.XmlFactories;
import java.io.StringReader;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The header of an envelope: one soap:Header of the right SOAP version, with nothing that the gateway writes itself;
 * and X-Road's own rule of names.
 */
final class HeaderCheck {
    private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
    private static final String XROAD = "http://x-road.eu/xsd/";
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final Set<AuthKind> SECURED = Set.of(AuthKind.WSS_X509, AuthKind.WSS_USERNAME);
    private static final int BLOCK = 2;
    /** Place of the code in an identifier of a service. */
    private static final int CODE = 4;

    /** Of a folder whose descriptor can be read and has a call. */
    void check(CheckedFolder folder, Remarks remarks) {
        Connector connector = folder.connector();
        if (!connector.call().soap()) {
            return;
        }
        if (folder.has(connector.call().header())) {
            String file = folder.name(connector.call().header());
            String text = folder.text(folder.path().resolve(connector.call().header()));
            Optional<Finding> mistake = XmlText.mistake(text, file);
            mistake.ifPresentOrElse(remarks::error, () -> header(connector, text, file, remarks));
        }
        if (connector.call().xRoad() != null && folder.has(connector.call().request())) {
            named(connector, folder, remarks);
        }
    }

    private static void header(Connector connector, String text, String file, Remarks remarks) {
        RequestCheck.placeholders(text, file, RequestCheck.inHeader(connector), remarks);
        boolean login = connector.auth() != null && connector.auth().kind() == AuthKind.SOAP_HEADER;
        if (login && !text.contains("{secret}")) {
            remarks.error(file, 1, 0, "auth is soap-header, but the header has no {secret}");
        }
        if (login && connector.auth().username() != null && !text.contains("{username}")) {
            remarks.error(file, 1, 0, "auth has a username, but the header no {username}");
        }
        String soap = connector.call().soapVersion().equals("1.2") ? SOAP_12 : SOAP_11;
        boolean secured =
                connector.auth() != null && SECURED.contains(connector.auth().kind());
        try {
            XMLStreamReader xml = XmlFactories.streaming().createXMLStreamReader(new StringReader(text));
            int depth = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                depth += event == XMLStreamReader.START_ELEMENT ? 1 : event == XMLStreamReader.END_ELEMENT ? -1 : 0;
                if (event == XMLStreamReader.START_ELEMENT) {
                    Optional<String> wrong =
                            wrong(depth, String.valueOf(xml.getNamespaceURI()), xml.getLocalName(), soap, secured);
                    int line = xml.getLocation().getLineNumber();
                    wrong.ifPresent(what -> remarks.error(file, line, 0, what));
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> wrong(int depth, String namespace, String name, String soap, boolean secured) {
        if (depth == 1 && !(name.equals("Header") && namespace.equals(soap))) {
            return Optional.of(
                    "the file holds one soap:Header of the SOAP version that call.soapVersion says, namespace " + soap);
        } else if (depth == BLOCK && namespace.startsWith(XROAD)) {
            return Optional.of("leave " + name + " out: the gateway writes X-Road's headers from call.xRoad");
        } else if (depth == BLOCK && secured && namespace.equals(WSSE)) {
            return Optional.of("leave " + name + " out: the gateway writes it, for auth says so");
        }
        return Optional.empty();
    }

    /**
     * X-Road Message Protocol 4.0, section 2.4. A security server compares the beginning of the name only, and some
     * published contracts have more behind it.
     */
    private static void named(Connector connector, CheckedFolder folder, Remarks remarks) {
        String request = folder.text(folder.path().resolve(connector.call().request()));
        String[] parts = String.valueOf(connector.call().xRoad().service()).split("/");
        if (parts.length <= CODE) {
            return;
        }
        String code = parts[CODE];
        try {
            XMLStreamReader xml = XmlFactories.streaming().createXMLStreamReader(new StringReader(request));
            xml.nextTag();
            String name = xml.getLocalName();
            if (!name.equals(code) && !(name.startsWith(code) && declared(folder, name))) {
                remarks.error(new Finding(
                        folder.name(connector.call().request()),
                        xml.getLocation().getLineNumber(),
                        0,
                        "X-Road takes no element " + name + " for the service " + code
                                + ": both have one name, unless the contract has a longer one",
                        code));
            }
        } catch (XMLStreamException e) {
            // The request's own check says so.
        }
    }

    private static boolean declared(CheckedFolder folder, String name) {
        return ContractCheck.files(folder).stream()
                .filter(file -> file.toString().matches(".*\\.(wsdl|xsd)"))
                .map(folder::text)
                .anyMatch(text -> text.contains("\"" + name + "\"") || text.contains("'" + name + "'"));
    }
}
