package az.dost.vahid.kit.wsdl;

import javax.xml.namespace.QName;

/**
 * A part of a message.
 *
 * @param element null where a type is given
 * @param type    null where an element is given
 */
public record BoundPart(String name, QName element, QName type) {
    /** Of its element; empty for none. */
    public String namespace() {
        return element == null ? "" : element.getNamespaceURI();
    }
}
