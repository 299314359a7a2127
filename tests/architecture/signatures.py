"""Net 3: every action and query is asked by a viewer; and one public function a file, named like the file."""

import ast
from collections.abc import Iterator

from tests.architecture.house import Fault, Source


def public_functions(tree: ast.Module) -> list[ast.FunctionDef]:
    """The functions that the file offers."""
    return [node for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]


def viewerless(one: Source) -> list[Fault]:
    """The public functions of an action or query file whose signature breaks the rule."""
    return [
        Fault(one.path, function.lineno, f"{function.name}: {sentence}")
        for function in public_functions(one.tree)
        for sentence in _wrong(function.args)
    ]


def _wrong(arguments: ast.arguments) -> Iterator[str]:
    positional = [*arguments.posonlyargs, *arguments.args]
    if not positional or not _is_viewer(positional[0]):
        yield "the first argument is not `viewer: Viewer`"
    if len(positional) > 1:
        yield "arguments after the viewer are not keyword-only"
    if arguments.defaults:
        yield "the viewer has a default"
    if arguments.vararg or arguments.kwarg:
        yield "it takes * or ** arguments"


def _is_viewer(argument: ast.arg) -> bool:
    return (
        argument.arg == "viewer"
        and isinstance(argument.annotation, ast.Name)
        and argument.annotation.id == "Viewer"
    )


def misnamed(one: Source) -> list[Fault]:
    """An action or query file that does not offer exactly one function, named like itself."""
    names = [function.name for function in public_functions(one.tree)]
    if names == [one.name]:
        return []
    return [Fault(one.path, 1, f"offers {', '.join(names) or 'nothing'} instead of {one.name} alone")]
