/**
 * What the gateway gave out, checked: by the command {@code verify} without the gateway, and by the gateway for
 * auditors.
 */
package az.dost.vahid.journeys.verify;
