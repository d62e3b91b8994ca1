/** XML, safely: the only factories of parsers, canonical forms, and signatures in XML read as strictly as written. */
package az.dost.vahid.signature.xml;
