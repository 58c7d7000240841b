"""Extractions in the formats of other tools, each a pure function of the record.

Our offsets are half-open and count code points. Web Annotation and brat count the same; UIMA counts
UTF-16 code units, into which ``to_cas`` has them converted when it is written.
"""
