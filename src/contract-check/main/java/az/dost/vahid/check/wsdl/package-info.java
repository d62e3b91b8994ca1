/**
 * An agency's WSDL and XML Schemas with all that they import, from a folder, a zip or the jar, read by wsdl4j and
 * XmlSchema.
 */
package az.dost.vahid.check.wsdl;
