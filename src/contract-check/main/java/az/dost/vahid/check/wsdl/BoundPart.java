package az.dost.vahid.check.wsdl;

import javax.xml.namespace.QName;

/**
 * A part of a message.
 *
 * @param name of the element that is written for it: its own, or one that is called like the part
 * @param element null where a type is given
 * @param type null where an element is given
 */
public record BoundPart(QName name, QName element, QName type) {}
