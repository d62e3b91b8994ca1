/** The SOAP face of the lookup: CXF takes the envelope off, the lookup's own route does the rest. */
package az.dost.vahid.journeys.lookup.soap;
