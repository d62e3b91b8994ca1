/** The mock agencies that speak SOAP: CXF endpoints over the connectors' own WSDLs, payloads written by hand. */
package az.dost.vahid.mock.soap;
