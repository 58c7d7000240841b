"""A few invented sentences in the format of the corpora."""

from __future__ import annotations

from models.stanza.conllu import Document, read

TREES = """# newdoc id = first
# newpar
# sent_id = 1
# text = "We don't sell," said Ada Roe.
1	"	"	PUNCT	``	_	5	punct	_	SpaceAfter=No
2	We	we	PRON	PRP	_	5	nsubj	_	Entity=(1-person-new-nnnnn-cf1-1-coref)
3-4	don't	_	_	_	_	_	_	_	_
3	do	do	AUX	VBP	_	5	aux	_	_
4	n't	not	PART	RB	_	5	advmod	_	_
5	sell	sell	VERB	VB	_	8	ccomp	_	SpaceAfter=No
6	,	,	PUNCT	,	_	5	punct	_	SpaceAfter=No
7	"	"	PUNCT	''	_	5	punct	_	_
8	said	say	VERB	VBD	_	0	root	_	_
9	Ada	Ada	PROPN	NNP	_	8	nsubj	_	Entity=(2-person-new-nnnnn-cf2-1-sgl-Ada_Roe
10	Roe	Roe	PROPN	NNP	_	9	flat	_	Entity=2)|SpaceAfter=No
11	.	.	PUNCT	.	_	8	punct	_	_

# sent_id = 2
# text = She left Bank of Elm.
1	She	she	PRON	PRP	_	2	nsubj	_	_
2	left	leave	VERB	VBD	_	0	root	_	_
3	Bank	Bank	PROPN	NNP	_	2	obj	_	Entity=(3-organization-new-nnnnn-cf2-1-sgl
4	of	of	ADP	IN	_	5	case	_	_
5	Elm	Elm	PROPN	NNP	_	3	nmod	_	Entity=(4-place-new-nnnnn-cf3-1-sgl)3)|SpaceAfter=No
6	.	.	PUNCT	.	_	2	punct	_	_

# newpar
# sent_id = 3
# text = The old harbour closed
1	The	the	DET	DT	_	3	det	_	Entity=(5-place-new-nnnnn-cf1-1-sgl
2	old	old	ADJ	JJ	_	3	amod	_	_
3	harbour	harbour	NOUN	NN	_	4	nsubj	_	Entity=5)
4	closed	close	VERB	VBD	_	0	root	_	_

# newdoc id = second
# newpar
# sent_id = 4
# text = Prices rose.
1	Prices	price	NOUN	NNS	_	2	nsubj	_	_
2	rose	rise	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

"""


def documents() -> list[Document]:
    """Return the two invented documents."""
    return list(read(TREES))
