/** Files between partners: received, checked, kept, and left in the receiver's folder with a receipt. */
package az.dost.vahid.journeys.transfer;
