"""What a quotation inherits of day and venue from the speech event that it belongs to."""
