"""Exports of extractions to the formats of other tools, each a pure function of the record.

Our offsets are half-open and count code points, as in Web Annotation and brat. UIMA counts UTF-16
code units; the offsets of a CAS from ``to_cas`` are converted when it is written.
"""
