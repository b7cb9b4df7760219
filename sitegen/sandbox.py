"""Sandbox: what templates are compiled by and run in: Jinja2's sandbox, with what pages ask for most made cheap.

Where no template can tell: what a page is made of is data of ours, messages without values are known when a template is
compiled, and what is printed is joined as plain text.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from keyword import iskeyword
from typing import Any

from jinja2 import nodes, pass_eval_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from sitegen.interface import Translator

_GETTEXT = ("_", "gettext")
"""The names that a template may call a message by."""


class _CodeGenerator(CodeGenerator):
    """Jinja2's compiler, but for how a field of a page is read, and how a value is printed."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - as Jinja2 names it
        if iskeyword(node.attr):  # no field of ours, and no attribute in Python's grammar
            super().visit_Getattr(node, frame)
            return
        owner = self.temporary_identifier()
        self.write(f"({owner}.{node.attr} if {node.attr!r} in environment.public_fields[type({owner} := ")
        self.visit(node.node, frame)
        self.write(f")] else environment.getattr({owner}, {node.attr!r}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if finalize.src is None and frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _PublicFields(dict[type, frozenset[str]]):
    """The names of the fields of dataclasses; of any other type none."""

    def __missing__(self, kind: type) -> frozenset[str]:
        names = (field.name for field in fields(kind)) if is_dataclass(kind) else ()
        self[kind] = frozenset(name for name in names if not name.startswith("_"))
        return self[kind]


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox for templates of pages. `_`, `gettext` and `ngettext` are the messages of `speak`."""

    code_generator_class = _CodeGenerator

    def speak(self, translator: Translator) -> None:
        """Print messages in the language of `translator`; before any template is compiled."""
        self.install_gettext_callables(  # type: ignore[attr-defined]  # of the extension
            gettext=translator.lookup,
            ngettext=translator.lookup_count,
            pgettext=lambda context, message: translator.lookup(message, context),
            npgettext=lambda context, one, many, number: translator.lookup_count(one, many, number, context),
            newstyle=True,
        )
        self.globals.update(dict.fromkeys(_GETTEXT, Gettext(translator.lookup)))
        self.globals["ngettext"] = NGettext(translator.lookup_count)
        self._lookup = translator.lookup

    @staticmethod
    def escaped(value: Any) -> str:
        """As `markupsafe.escape`, as plain text: what is joined needs not be marked as escaped, piece by piece."""
        if type(value) is not str:
            return value if type(value) is Markup else escape(value)
        text: str = value
        if "&" in text:  # first: the others become entities
            text = text.replace("&", "&amp;")
        if "<" in text:
            text = text.replace("<", "&lt;")
        if ">" in text:
            text = text.replace(">", "&gt;")
        if "'" in text:
            text = text.replace("'", "&#39;")
        if '"' in text:
            text = text.replace('"', "&#34;")
        return text

    public_fields = _PublicFields({LoopContext: frozenset(("first", "last", "index", "index0"))})
    """Any of them a template may read, as a page is data; whatever is read of their values is judged as ever. Half of
    the time of rendering went into that question."""

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - as in the sandbox
        """As the sandbox does it. A macro is a part of a template, a message is ours: both may be called unasked."""
        if type(__obj) not in _TRUSTED:
            return super().call(__context, __obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return __obj(__context.eval_ctx, *args, **kwargs)

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        constant: nodes.Template = _ConstantMessages(self._lookup).visit(source)
        return super()._generate(constant, name, filename, defer_init)


class Gettext:
    """A message as a template asks for it. A format, whether or not it has values, as in Jinja2."""

    __slots__ = ("_lookup",)

    def __init__(self, lookup: Callable[[str], str]) -> None:
        self._lookup = lookup

    @pass_eval_context
    def __call__(self, context: EvalContext, message: str, /, **values: Any) -> str:
        return _filled(context, self._lookup(message), values)


class NGettext:
    """The same of a count, which is also the value `num`."""

    __slots__ = ("_lookup",)

    def __init__(self, lookup: Callable[[str, str, int], str]) -> None:
        self._lookup = lookup

    @pass_eval_context
    def __call__(self, context: EvalContext, one: str, many: str, number: int, /, **values: Any) -> str:
        return _filled(context, self._lookup(one, many, number), {"num": number, **values})


_TRUSTED = frozenset((Macro, Gettext, NGettext))


def _filled(context: EvalContext, text: str, values: dict[str, Any]) -> str:
    return (Markup(text) if context.autoescape else text) % values  # noqa: S704 - a message is markup of ours


class _ConstantMessages(NodeTransformer):
    """Puts the words of messages without values in their place."""

    def __init__(self, lookup: Callable[[str], str]) -> None:
        self._lookup = lookup

    def visit_Call(self, node: nodes.Call) -> nodes.Expr:  # noqa: N802 - as Jinja2 names it
        match node:
            case nodes.Call(
                node=nodes.Name(name=name),
                args=[nodes.Const(value=str(message))],
                kwargs=[],
                dyn_args=None,
                dyn_kwargs=None,
            ) if name in _GETTEXT:
                return nodes.TemplateData(self._lookup(message) % {}, lineno=node.lineno)
        self.generic_visit(node)
        return node
