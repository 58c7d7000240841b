"""The day and the venues that a quotation inherits from the speech event that it belongs to."""
