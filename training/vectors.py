"""Distils a table of word vectors from all-MiniLM-L6-v2 (Apache-2.0): python training/vectors.py WORDS MODEL OUT

WORDS  a JSON list of [term, word]: for each stem, its commonest word (training/vector-words.ts writes it)
MODEL  the model's directory: model.safetensors, tokenizer.json, config.json
OUT    the table that src/answer/meaning.ts reads

Needs numpy, tokenizers and safetensors. Each word goes through the model on its own (mean pooling); the
384 dimensions are cut to 64 by principal components and each vector is stored as signed bytes.
"""

import json
import math
import sys

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

WIDTH = 64


def layer_norm(x, weights, name):
    mean = x.mean(-1, keepdims=True)
    variance = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) / np.sqrt(variance + 1e-12) * weights[name + ".weight"] + weights[name + ".bias"]


def linear(x, weights, name):
    return x @ weights[name + ".weight"].T + weights[name + ".bias"]


def gelu(x):
    # erf after Abramowitz & Stegun 7.1.26; its error, 1.5e-7, is far below a signed byte's.
    z = np.abs(x) / math.sqrt(2)
    t = 1 / (1 + 0.3275911 * z)
    tail = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
    return 0.5 * x * (1 + np.sign(x) * (1 - tail * np.exp(-z * z)))


def encode(ids, weights, heads, layers):
    """Token ids (words × length) → mean of the last layer (words × 384)."""
    words, length = ids.shape
    x = weights["embeddings.word_embeddings.weight"][ids]
    x = x + weights["embeddings.position_embeddings.weight"][:length] + weights["embeddings.token_type_embeddings.weight"][0]
    x = layer_norm(x, weights, "embeddings.LayerNorm")
    for layer in range(layers):
        name = f"encoder.layer.{layer}."
        query, key, value = (
            linear(x, weights, f"{name}attention.self.{part}").reshape(words, length, heads, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2) / math.sqrt(query.shape[-1])
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        scores /= scores.sum(-1, keepdims=True)
        seen = (scores @ value).transpose(0, 2, 1, 3).reshape(words, length, -1)
        x = layer_norm(x + linear(seen, weights, name + "attention.output.dense"), weights, name + "attention.output.LayerNorm")
        hidden = gelu(linear(x, weights, name + "intermediate.dense"))
        x = layer_norm(x + linear(hidden, weights, name + "output.dense"), weights, name + "output.LayerNorm")
    return x.mean(1)


def main(words_file, model, out):
    weights = load_file(f"{model}/model.safetensors")
    config = json.load(open(f"{model}/config.json"))
    tokenizer = Tokenizer.from_file(f"{model}/tokenizer.json")
    tokenizer.no_padding()
    tokenizer.no_truncation()
    rows = sorted(json.load(open(words_file)))
    ids = [tokenizer.encode(word).ids for _, word in rows]
    vectors = np.zeros((len(rows), config["hidden_size"]), np.float32)
    for length in sorted({len(one) for one in ids}):
        same = [row for row, one in enumerate(ids) if len(one) == length]
        for start in range(0, len(same), 512):
            batch = same[start : start + 512]
            vectors[batch] = encode(np.array([ids[row] for row in batch]), weights, config["num_attention_heads"], config["num_hidden_layers"])
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors -= vectors.mean(0)
    directions, _, _ = np.linalg.svd(vectors.T @ vectors)
    vectors = vectors @ directions[:, :WIDTH]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    text = "".join(f"{term}\n" for term, _ in rows).encode("ascii")
    starts = [0, *np.cumsum([len(term) + 1 for term, _ in rows])[:-1]]
    made = "training/vectors.py from all-MiniLM-L6-v2 (Apache-2.0)"
    head = {"made": made, "width": WIDTH, "terms": len(rows), "text": len(text)}
    with open(out, "wb") as table:
        table.write(json.dumps(head).encode() + b"\n")
        table.write(text)
        table.write(np.array(starts, "<u4").tobytes())
        table.write(np.clip(np.round(vectors * 127), -127, 127).astype(np.int8).tobytes())
    print(f"{len(rows)} terms, {WIDTH} dimensions")


main(*sys.argv[1:])
