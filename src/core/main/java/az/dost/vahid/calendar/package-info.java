/** What day it is, where the whole of the gateway must agree on it. */
package az.dost.vahid.calendar;
