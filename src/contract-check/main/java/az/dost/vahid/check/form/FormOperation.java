package az.dost.vahid.check.form;

import java.util.List;
import javax.xml.namespace.QName;

/**
 * One operation of a WSDL, as a binding for SOAP says.
 *
 * @param action its SOAP action, empty for none
 * @param version of SOAP: 1.1 or 1.2
 * @param path of the service's address, empty where it has none
 * @param use what is wrong with holding messages to it, such as rpc/encoded; null where nothing is
 * @param answer null of an operation that does not answer
 * @param headers elements that the question has in its header
 */
record FormOperation(
        String name,
        String action,
        String version,
        boolean rpc,
        String path,
        String use,
        FormMessage question,
        FormMessage answer,
        List<QName> headers) {
    /**
     * @param element of the Body; null where the message has none
     * @param parts of an rpc message, which the element contains
     */
    record FormMessage(QName element, List<FormPart> parts) {}

    /** @param type of an rpc part; null where it is an element */
    record FormPart(String name, QName type, QName element) {}
}
