package az.dost.vahid.check.wsdl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Schemas that contracts import from places where no agency keeps a copy: our own of X-Road's, and those in the jars of
 * CXF, WSS4J and Santuario.
 */
final class ShippedSchemas {
    private static final Map<String, String> RESOURCES = Map.ofEntries(
            Map.entry("http://x-road.eu/xsd/xroad.xsd", "kit/schemas/xroad.xsd"),
            Map.entry("http://x-road.eu/xsd/identifiers", "kit/schemas/identifiers.xsd"),
            Map.entry("http://x-road.eu/xsd/representation.xsd", "kit/schemas/representation.xsd"),
            Map.entry("http://x-tee.riik.ee/xsd/xtee.xsd", "kit/schemas/xtee.xsd"),
            Map.entry("http://ws-i.org/profiles/basic/1.1/xsd", "schemas/wsdl/swaref.xsd"),
            Map.entry("http://www.w3.org/2005/05/xmlmime", "schemas/wsdl/xmime.xsd"),
            Map.entry("http://schemas.xmlsoap.org/soap/encoding/", "schemas/wsdl/soap-encoding.xsd"),
            Map.entry("http://schemas.xmlsoap.org/wsdl/", "schemas/wsdl/wsdl.xsd"),
            Map.entry("http://schemas.xmlsoap.org/soap/envelope/", "schemas/soap-1.1.xsd"),
            Map.entry("http://www.w3.org/2003/05/soap-envelope", "schemas/soap-1.2.xsd"),
            Map.entry("http://www.w3.org/XML/1998/namespace", "schemas/wsdl/xml.xsd"),
            Map.entry("http://www.w3.org/2005/08/addressing", "schemas/wsdl/ws-addr.xsd"),
            Map.entry("http://www.w3.org/2004/08/xop/include", "bindings/schemas/xop-include.xsd"),
            Map.entry("http://www.w3.org/2000/09/xmldsig#", "bindings/schemas/xmldsig-core-schema.xsd"),
            Map.entry("http://www.w3.org/2001/04/xmlenc#", "bindings/schemas/xenc-schema.xsd"),
            Map.entry(
                    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd",
                    "schemas/oasis-200401-wss-wssecurity-secext-1.0.xsd"),
            Map.entry(
                    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd",
                    "schemas/oasis-200401-wss-wssecurity-utility-1.0.xsd"));

    static boolean has(String namespace) {
        return namespace != null && RESOURCES.containsKey(namespace);
    }

    /** The name of the file; only of one that there is. */
    static String name(String namespace) {
        String resource = RESOURCES.get(namespace);
        return resource.substring(resource.lastIndexOf('/') + 1);
    }

    /** Only of one that there is. */
    static byte[] read(String namespace) {
        try (InputStream in = ShippedSchemas.class.getClassLoader().getResourceAsStream(RESOURCES.get(namespace))) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + RESOURCES.get(namespace));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All namespaces of which there is one. */
    static Iterable<String> namespaces() {
        return RESOURCES.keySet();
    }

    private ShippedSchemas() {}
}
