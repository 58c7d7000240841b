"""How each model is trained: the options of Stanza's own training commands.

Sizes are a third to a half of Stanza's defaults, so that all models together stay small and each is
trained on one slow core in minutes. No morphological features: quotex reads none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Name = Literal["tokenize", "mwt", "pos", "lemma", "depparse", "ner"]
NAMES: tuple[Name, ...] = ("tokenize", "mwt", "lemma", "pos", "depparse", "ner")  # as trained
PACKAGE = "small"
VECTORS = "vectors.pt"

_CHARACTERS = "--char_hidden_dim 80 --char_emb_dim 32"
_WORDS = f"--word_emb_dim 50 --word_cutoff 3 --transformed_dim 64 {_CHARACTERS}"


@dataclass(frozen=True)
class Step:
    """Training one model: Stanza's module, its options, and the names of the files it reads.

    ``quick`` are options that replace others for a trial of the recipe.
    """

    module: str
    files: str
    options: str
    quick: str
    vectors: bool = False

    def arguments(self, folder: str, name: Name, *, quick: bool) -> list[str]:
        """Return the arguments of Stanza's command, for training files in ``folder``."""
        files = " ".join(
            word if word.startswith("--") else f"{folder}/{word}" for word in self.files.split()
        )
        given = f"--mode train --shorthand en_{PACKAGE} --cpu --save_dir {folder} "
        given += f"--save_name {name}.pt {files} {self.options}"
        if self.vectors:
            given += f" --wordvec_pretrain_file {folder}/{VECTORS}"
        return (f"{given} {self.quick}" if quick else given).split()


STEPS: dict[Name, Step] = {
    "tokenize": Step(
        "stanza.models.tokenizer",
        "--txt_file train.txt --label_file train.labels --mwt_json_file train.mwt.json "
        "--dev_txt_file dev.txt --dev_label_file dev.labels --dev_conll_gold dev.conllu "
        "--conll_file dev.tokenized.conllu",
        "--lang en --steps 1500 --eval_steps 250 --max_seqlen 300 --batch_size 32 "
        "--anneal_after 500 --anneal 0.9",
        "--steps 4 --eval_steps 4 --max_seqlen 60 --batch_size 4",
    ),
    "mwt": Step(
        "stanza.models.mwt_expander",
        "--train_file train.conllu --eval_file dev.conllu --gold_file dev.conllu",
        "--lang en --num_epoch 6 --hidden_dim 50 --emb_dim 32",
        "--num_epoch 1",
    ),
    "lemma": Step(
        "stanza.models.lemmatizer",
        # The network learns from each word once; the dictionary counts how often it is what.
        "--train_file words.conllu --secondary_file train.conllu --eval_file dev.conllu",
        "--num_epoch 10 --hidden_dim 100 --emb_dim 32 --pos_dim 32 --batch_size 100 --lr 2e-3",
        "--num_epoch 1",
    ),
    "pos": Step(
        "stanza.models.tagger",
        "--train_file train.conllu --eval_file dev.conllu",
        f"--lang en --hidden_dim 160 --num_layers 1 --share_hid {_WORDS} "
        "--deep_biaff_hidden_dim 128 --batch_size 64 --max_steps 1500 --eval_interval 150 "
        "--fix_eval_interval --dropout 0.33 --word_dropout 0.2 --lr 3e-3 --no_second_optim",
        "--max_steps 4 --eval_interval 4",
        vectors=True,
    ),
    "depparse": Step(
        "stanza.models.parser",
        "--train_file train.conllu --eval_file dev.conllu",
        f"--lang en --hidden_dim 140 --num_layers 2 --deep_biaff_hidden_dim 128 {_WORDS} "
        "--deep_biaff_output_dim 64 --tag_emb_dim 32 --no_ufeats --dropout 0.33 --word_dropout 0.2 "
        "--batch_size 1500 --max_steps 1600 --eval_interval 160 --max_steps_before_stop 800 "
        "--optim adam --lr 3e-3 --beta2 0.95 --second_optim adam --second_lr 8e-4 "
        "--second_optim_start_step 1100",
        "--max_steps 4 --eval_interval 4 --batch_size 200",
        vectors=True,
    ),
    "ner": Step(
        "stanza.models.ner_tagger",
        "--train_file ner.train.json --eval_file ner.dev.json",
        f"--hidden_dim 128 {_CHARACTERS} --no_emb_finetune --optim adam --lr 3e-3 --lr_decay 0.5 "
        "--patience 0 --min_lr 1e-4 --batch_size 64 --max_batch_words 1500 --eval_interval 200 "
        "--max_steps 1600 --dropout 0.3 --word_dropout 0.02",
        "--max_steps 4 --eval_interval 4",
        vectors=True,
    ),
}
