"""The options of Stanza's own training commands for each model.

Sizes are about half of Stanza's defaults, to keep all models together small. A GPU trains the steps
in a quarter of an hour; a CPU takes hours. There are no morphological features, because quotex
reads none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Name = Literal["tokenize", "mwt", "pos", "lemma", "depparse", "ner"]
NAMES: tuple[Name, ...] = ("tokenize", "mwt", "lemma", "pos", "depparse", "ner")  # training order
PACKAGE = "small"
VECTORS = "vectors.pt"

_CHARACTERS = "--char_hidden_dim 80 --char_emb_dim 32"
_WORDS = f"--word_emb_dim 50 --word_cutoff 5 --transformed_dim 64 {_CHARACTERS}"


@dataclass(frozen=True)
class Step:
    """The training of one model: Stanza's module, its options, and the names of its input files.

    ``quick`` are options that replace others for a trial of the recipe.
    """

    module: str
    files: str
    options: str
    quick: str
    vectors: bool = False

    def arguments(self, folder: str, name: Name, device: str, *, quick: bool) -> list[str]:
        """Return the arguments of Stanza's command for training files in ``folder``."""
        files = " ".join(
            word if word.startswith("--") else _within(folder, word) for word in self.files.split()
        )
        given = f"--mode train --shorthand en_{PACKAGE} --device {device} --save_dir {folder} "
        given += f"--save_name {name}.pt {files} {self.options}"
        if self.vectors:
            given += f" --wordvec_pretrain_file {folder}/{VECTORS}"
        return (f"{given} {self.quick}" if quick else given).split()


def _within(folder: str, names: str) -> str:
    return ";".join(f"{folder}/{name}" for name in names.split(";"))


STEPS: dict[Name, Step] = {
    "tokenize": Step(
        "stanza.models.tokenizer",
        "--txt_file train.txt --label_file train.labels --mwt_json_file train.mwt.json "
        "--dev_txt_file dev.txt --dev_label_file dev.labels --dev_conll_gold dev.conllu "
        "--conll_file dev.tokenized.conllu",
        "--lang en --hidden_dim 96 --steps 8000 --eval_steps 400 --max_seqlen 300 --batch_size 32 "
        "--anneal_after 2000 --anneal 0.9 --max_steps_before_stop 4000",
        "--steps 4 --eval_steps 4 --max_seqlen 60 --batch_size 4",
    ),
    "mwt": Step(
        "stanza.models.mwt_expander",
        "--train_file train.conllu --eval_file dev.conllu --gold_file dev.conllu",
        "--lang en --num_epoch 20 --hidden_dim 50 --emb_dim 32",
        "--num_epoch 1",
    ),
    "lemma": Step(
        "stanza.models.lemmatizer",
        # The network sees each word once; the dictionary needs the frequency of each reading.
        "--train_file words.conllu --secondary_file train.conllu --eval_file dev.conllu",
        "--num_epoch 30 --hidden_dim 100 --emb_dim 32 --pos_dim 32 --batch_size 100 --lr 2e-3",
        "--num_epoch 1",
    ),
    "pos": Step(
        "stanza.models.tagger",
        "--train_file train.conllu;silver.conllu --eval_file dev.conllu",
        f"--lang en --train_ratios 1.0;0.25 --hidden_dim 200 --num_layers 1 --share_hid {_WORDS} "
        "--word_cutoff 7 "
        "--deep_biaff_hidden_dim 128 --batch_size 64 --max_steps 6000 --eval_interval 300 "
        "--fix_eval_interval --max_steps_before_stop 1200 --dropout 0.4 --word_dropout 0.25 "
        "--lr 3e-3 --second_lr 1e-3",
        "--max_steps 4 --eval_interval 4",
        vectors=True,
    ),
    "depparse": Step(
        "stanza.models.parser",
        "--train_file taught.conllu --silver_file silver.conllu --eval_file dev.conllu",
        f"--lang en --silver_weight 0.8 --hidden_dim 200 --num_layers 2 {_WORDS} "
        "--deep_biaff_hidden_dim 120 --deep_biaff_output_dim 64 --tag_emb_dim 32 --no_ufeats "
        "--dropout 0.4 --word_dropout 0.25 --batch_size 3000 --max_steps 5000 --eval_interval 300 "
        "--max_steps_before_stop 1500 --optim adam --lr 3e-3 --beta2 0.95 --second_optim adam "
        "--second_lr 8e-4 --second_optim_start_step 3300 --no_checkpoint",
        "--max_steps 4 --eval_interval 4 --batch_size 200",
        vectors=True,
    ),
    "ner": Step(
        "stanza.models.ner_tagger",
        "--train_file ner.train.json --eval_file ner.dev.json",
        f"--hidden_dim 200 {_CHARACTERS} --no_emb_finetune --optim adam --lr 3e-3 --lr_decay 0.5 "
        "--patience 1 --min_lr 1e-4 --batch_size 128 --max_batch_words 4000 --eval_interval 400 "
        "--max_steps 6000 --dropout 0.35 --word_dropout 0.02",
        "--max_steps 4 --eval_interval 4",
        vectors=True,
    ),
}
